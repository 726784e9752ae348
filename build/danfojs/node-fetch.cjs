/** `node-fetch` is Node's own fetch. */
module.exports = (url, options) => fetch(url, options);
