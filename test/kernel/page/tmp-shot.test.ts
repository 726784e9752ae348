import { pageOf } from "/work/main/kernel/page/page.ts"; import { sampleNotebook } from "/work/main/test/kernel/page/sample.ts"; import { stillService } from "/work/main/kernel/figures/still.ts"; import { launchBrowser } from "/work/main/test/browser.ts"; import { writeFileSync } from "node:fs"; import {test} from "vitest";
test("x", async()=>{
const s = stillService(); const figs=new Map(); sampleNotebook(f=>{figs.set(f,1);return undefined});
for (const f of figs.keys()) { const r = await s.png(f); figs.set(f, r.png); if(!r.png) console.log(r); } s.close();
const html = pageOf(sampleNotebook(f=>figs.get(f))); writeFileSync("/tmp/page.html",html); console.log(html.length, html.match(/@font-face/g)?.length);
const b = await launchBrowser();
for (const [name,opts] of [["wide",{viewport:{width:1280,height:900}}],["dark",{viewport:{width:1280,height:900},colorScheme:"dark"}],["narrow",{viewport:{width:420,height:900}}]] as any) {
 const p = await b.newPage(opts); p.on("console",m=>console.log(name,m.type(),m.text())); p.on("pageerror",e=>console.log(name,"ERR",e.message)); p.on("request",r=>{ if(!r.url().startsWith("data:")&&!r.url().startsWith("file:")) console.log("REQ",r.url())});
 await p.goto("file:///tmp/page.html"); const h = await p.evaluate(()=>document.documentElement.scrollHeight); await p.setViewportSize({width:opts.viewport.width,height:h}); await p.waitForTimeout(2500); console.log(name, await p.evaluate(()=>[document.querySelectorAll("svg.main-svg").length, document.documentElement.scrollWidth, document.fonts.size]));
 await p.screenshot({path:`/tmp/page-${name}.png`,fullPage:true}); if(name==="wide") {await p.pdf({path:"/tmp/page.pdf",format:"A4"}); await p.emulateMedia({media:"print"}); await p.screenshot({path:"/tmp/page-print.png",fullPage:true});} await p.close(); }
await b.close();
},60000);
