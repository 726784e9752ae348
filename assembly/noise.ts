/** Normal numbers for the ensembles, in AssemblyScript; src/assembly/noise.ts is its twin, with the same operations in the same order.
 *
 *  Random words come from four generators xoshiro128++ in the lanes of four vectors. Two vectors of words make two of normal numbers by the
 *  transformation of Box and Muller, r sin θ and r cos θ, with r = √(−2 ln u), u in (0, 1], and θ uniform on the circle. No step has a branch,
 *  and each is one of + − × ÷ √ or moves bits, so that every machine gives the same numbers. [blackman-vigna-2021, box-muller-1958] */

/** −2 ln m = s Q(s²) with s = (m − 1)/(m + 1) for m in [√½, √2], sin(πv/2) = v S(v²) and cos(πv/2) = C(v²) for v in [−½, ½]: the coefficients
 *  of Q, S and C with the least largest relative error, 7e-14. */
const Q = memory.data<f64>([
  -3.9999999999998934, -1.3333333335930293, -0.7999998974436292, -0.5714433603368873, -0.44348354439358606,
  -0.3921816786523844,
]);
const S = memory.data<f64>([
  1.5707963267948895, -0.6459640975042397, 0.07969262615353437, -0.004681752566775282,
  0.00016042915250834877, -3.556206574116599e-6,
]);
const C = memory.data<f64>([
  0.9999999999999344, -1.2337005501181886, 0.253669507091482, -0.020863467311979734,
  0.000919158604025227, -2.484597862663533e-5,
]);
/** 1, 2, 3/2, −2 ln 2, and 2⁵² + 1023. */
const N = memory.data<f64>([1, 2, 1.5, -1.3862943611198906, 4503599627371519]);
/** The bits of 1, of 2⁵², of a mantissa, of √½, and of 1 less those of √½. */
const B = memory.data<u64>([
  0x3ff0000000000000, 0x4330000000000000, 0x000fffffffffffff, 0x3fe6a09e00000000, 0x00095f6200000000,
]);

function at(table: usize, i: usize): v128 {
  return v128.load64_splat(table + (i << 3));
}

/** a + b y. */
function line(a: v128, b: v128, y: v128): v128 {
  return f64x2.add(a, f64x2.mul(b, y));
}

/** The polynomial of degree 5 in y, of which three lines in y are given. */
function quintic(low: v128, middle: v128, high: v128, yy: v128): v128 {
  return f64x2.add(f64x2.add(low, f64x2.mul(middle, yy)), f64x2.mul(high, f64x2.mul(yy, yy)));
}

/** Random words to out[0 … end), 16 bytes at a time. */
function words(state: usize, out: usize, end: usize): void {
  let a = v128.load(state);
  let b = v128.load(state, 16);
  let c = v128.load(state, 32);
  let d = v128.load(state, 48);
  for (; out < end; out += 16) {
    const sum = i32x4.add(a, d);
    v128.store(out, i32x4.add(v128.or(i32x4.shl(sum, 7), i32x4.shr_u(sum, 25)), a));
    const shifted = i32x4.shl(b, 9);
    c = v128.xor(c, a);
    d = v128.xor(d, b);
    b = v128.xor(b, c);
    a = v128.xor(a, d);
    c = v128.xor(c, shifted);
    d = v128.or(i32x4.shl(d, 11), i32x4.shr_u(d, 21));
  }
  v128.store(state, a);
  v128.store(state, b, 16);
  v128.store(state, c, 32);
  v128.store(state, d, 48);
}

/** Makes radii r of the words in the first half of each 32 bytes. Constants wait in variables, and the slow ÷ and √ have a loop with little else,
 *  of which a processor has more turns under way at once; so has it of two vectors side by side, A and B. */
function radii(out: usize, end: usize): void {
  const one = at(N, 0);
  const two = at(N, 1);
  const ln = at(N, 3);
  const bias = at(N, 4);
  const oneBits = at(B, 0);
  const whole = at(B, 1);
  const mantissa = at(B, 2);
  const rootHalf = at(B, 3);
  const lessRoot = at(B, 4);
  const q0 = at(Q, 0);
  const q1 = at(Q, 1);
  const q2 = at(Q, 2);
  const q3 = at(Q, 3);
  const q4 = at(Q, 4);
  const q5 = at(Q, 5);
  for (; out < end; out += 64) {
    // u = 2ᵏ m.
    const uA = f64x2.sub(two, v128.or(i64x2.shr_u(v128.load(out), 12), oneBits));
    const uB = f64x2.sub(two, v128.or(i64x2.shr_u(v128.load(out, 32), 12), oneBits));
    const bitsA = i64x2.add(uA, lessRoot);
    const bitsB = i64x2.add(uB, lessRoot);
    const kA = f64x2.sub(v128.or(i64x2.shr_u(bitsA, 52), whole), bias);
    const kB = f64x2.sub(v128.or(i64x2.shr_u(bitsB, 52), whole), bias);
    const mA = i64x2.add(v128.and(bitsA, mantissa), rootHalf);
    const mB = i64x2.add(v128.and(bitsB, mantissa), rootHalf);
    const sA = f64x2.div(f64x2.sub(mA, one), f64x2.add(mA, one));
    const sB = f64x2.div(f64x2.sub(mB, one), f64x2.add(mB, one));
    const zA = f64x2.mul(sA, sA);
    const zB = f64x2.mul(sB, sB);
    const qA = quintic(line(q0, q1, zA), line(q2, q3, zA), line(q4, q5, zA), f64x2.mul(zA, zA));
    const qB = quintic(line(q0, q1, zB), line(q2, q3, zB), line(q4, q5, zB), f64x2.mul(zB, zB));
    v128.store(out, f64x2.sqrt(f64x2.add(f64x2.mul(kA, ln), f64x2.mul(sA, qA))));
    v128.store(out, f64x2.sqrt(f64x2.add(f64x2.mul(kB, ln), f64x2.mul(sB, qB))), 32);
  }
}

/** Turns each r by the words in the 16 bytes behind it, into r sin θ and r cos θ: by sine and cosine of θ/2, which is then doubled, and a random
 *  sign leads round the circle. */
function turns(out: usize, end: usize): void {
  const middle = at(N, 2);
  const oneBits = at(B, 0);
  const s0 = at(S, 0);
  const s1 = at(S, 1);
  const s2 = at(S, 2);
  const s3 = at(S, 3);
  const s4 = at(S, 4);
  const s5 = at(S, 5);
  const c0 = at(C, 0);
  const c1 = at(C, 1);
  const c2 = at(C, 2);
  const c3 = at(C, 3);
  const c4 = at(C, 4);
  const c5 = at(C, 5);
  for (; out < end; out += 64) {
    const wordA = v128.load(out, 16);
    const wordB = v128.load(out, 48);
    const rA = v128.load(out);
    const rB = v128.load(out, 32);
    const vA = f64x2.sub(v128.or(i64x2.shr_u(wordA, 12), oneBits), middle);
    const vB = f64x2.sub(v128.or(i64x2.shr_u(wordB, 12), oneBits), middle);
    const yA = f64x2.mul(vA, vA);
    const yB = f64x2.mul(vB, vB);
    const yyA = f64x2.mul(yA, yA);
    const yyB = f64x2.mul(yB, yB);
    const sineA = f64x2.mul(quintic(line(s0, s1, yA), line(s2, s3, yA), line(s4, s5, yA), yyA), vA);
    const sineB = f64x2.mul(quintic(line(s0, s1, yB), line(s2, s3, yB), line(s4, s5, yB), yyB), vB);
    const cosineA = quintic(line(c0, c1, yA), line(c2, c3, yA), line(c4, c5, yA), yyA);
    const cosineB = quintic(line(c0, c1, yB), line(c2, c3, yB), line(c4, c5, yB), yyB);
    const signedA = v128.xor(rA, i64x2.shl(wordA, 63));
    const signedB = v128.xor(rB, i64x2.shl(wordB, 63));
    const twiceA = f64x2.mul(f64x2.add(signedA, signedA), sineA);
    const twiceB = f64x2.mul(f64x2.add(signedB, signedB), sineB);
    v128.store(out, f64x2.mul(twiceA, cosineA));
    v128.store(out, f64x2.mul(twiceB, cosineB), 32);
    v128.store(out, f64x2.sub(signedA, f64x2.mul(twiceA, sineA)), 16);
    v128.store(out, f64x2.sub(signedB, f64x2.mul(twiceB, sineB)), 48);
  }
}

/** Fills out[0 … count − 1] with normal numbers, of 52 random bits in u and in θ; `count` is a multiple of 8. */
export function normals(state: usize, out: usize, count: i32): void {
  const end = out + (<usize>count << 3);
  words(state, out, end);
  radii(out, end);
  turns(out, end);
}

/** The same in single precision: Q to 1.2e-7, S to 4e-9, C to 4e-8. */
const Q1 = memory.data<f32>([-4.00000047474784, -1.3330444740161427, -0.8259274573315473]);
const S1 = memory.data<f32>([1.5707963217083447, -0.645963460233428, 0.07968003277042188, -0.004601657891180859]);
const C1 = memory.data<f32>([0.9999999673863097, -1.2336966623575993, 0.25359494670289257, -0.02039858180190142]);
const N1 = memory.data<f32>([1, 1.5, -1.3862943611198906]);
/** The bits of 1, of a mantissa, of √½, of 1 less those of √½, then 127 + 31, and 1. */
const B1 = memory.data<i32>([0x3f800000, 0x007fffff, 0x3f3504f3, 0x004afb0d, 158, 1]);

function at1(table: usize, i: usize): v128 {
  return v128.load32_splat(table + (i << 2));
}

function line1(a: v128, b: v128, y: v128): v128 {
  return f32x4.add(a, f32x4.mul(b, y));
}

/** Makes radii of the words in the first half of each 32 bytes. */
function radii1(out: usize, end: usize): void {
  const one = at1(N1, 0);
  const ln = at1(N1, 2);
  const mantissa = at1(B1, 1);
  const rootHalf = at1(B1, 2);
  const lessRoot = at1(B1, 3);
  const bias = at1(B1, 4);
  const odd = at1(B1, 5);
  const q0 = at1(Q1, 0);
  const q1 = at1(Q1, 1);
  const q2 = at1(Q1, 2);
  for (; out < end; out += 32) {
    // 2³¹ u, an odd whole number rounded to 24 bits, is 2ᵏ m.
    const u = f32x4.convert_i32x4_s(v128.or(i32x4.shr_u(v128.load(out), 1), odd));
    const bits = i32x4.add(u, lessRoot);
    const k = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_u(bits, 23), bias));
    const m = i32x4.add(v128.and(bits, mantissa), rootHalf);
    const s = f32x4.div(f32x4.sub(m, one), f32x4.add(m, one));
    const z = f32x4.mul(s, s);
    const q = f32x4.add(line1(q0, q1, z), f32x4.mul(q2, f32x4.mul(z, z)));
    v128.store(out, f32x4.sqrt(f32x4.add(f32x4.mul(k, ln), f32x4.mul(s, q))));
  }
}

/** Two vectors as four of doubles at out. */
function promoted(out: usize, left: v128, right: v128): void {
  v128.store(out, f64x2.promote_low_f32x4(left));
  v128.store(out, f64x2.promote_low_f32x4(i64x2.shuffle(left, left, 1, 1)), 16);
  v128.store(out, f64x2.promote_low_f32x4(right), 32);
  v128.store(out, f64x2.promote_low_f32x4(i64x2.shuffle(right, right, 1, 1)), 48);
}

/** Turns the radii at `from`, and spreads them over the room from `out` on as doubles. */
function turns1(from: usize, out: usize, end: usize): void {
  const middle = at1(N1, 1);
  const oneBits = at1(B1, 0);
  const s0 = at1(S1, 0);
  const s1 = at1(S1, 1);
  const s2 = at1(S1, 2);
  const s3 = at1(S1, 3);
  const c0 = at1(C1, 0);
  const c1 = at1(C1, 1);
  const c2 = at1(C1, 2);
  const c3 = at1(C1, 3);
  for (; out < end; out += 64, from += 32) {
    const word = v128.load(from, 16);
    const v = f32x4.sub(v128.or(i32x4.shr_u(word, 9), oneBits), middle);
    const y = f32x4.mul(v, v);
    const yy = f32x4.mul(y, y);
    const sine = f32x4.mul(f32x4.add(line1(s0, s1, y), f32x4.mul(line1(s2, s3, y), yy)), v);
    const cosine = f32x4.add(line1(c0, c1, y), f32x4.mul(line1(c2, c3, y), yy));
    const signed = v128.xor(v128.load(from), i32x4.shl(word, 31));
    const twice = f32x4.mul(f32x4.add(signed, signed), sine);
    promoted(out, f32x4.mul(twice, cosine), f32x4.sub(signed, f32x4.mul(twice, sine)));
  }
}

/** Fills out[0 … count − 1] with normal numbers made in single precision, of 31 random bits in u and 24 in θ: none lies farther out than 6.56.
 *  `count` is a multiple of 8. */
export function singles(state: usize, out: usize, count: i32): void {
  const end = out + (<usize>count << 3);
  const from = out + (<usize>count << 2);
  words(state, from, end);
  radii1(from, end);
  turns1(from, out, end);
}
