/** The part of the `request` package danfojs uses, on Node's own fetch: a stream of the body that announces the response. */
const { Readable } = require("node:stream");

/** A failure before any response is announced as status 0, which danfojs turns into a rejection. */
const failure = ({ message, cause }) => ({ statusCode: 0, statusMessage: cause?.message ?? message });

const deliver = async (stream, { url, method = "GET", headers = {} }) => {
  try {
    const response = await fetch(url, { method, headers });
    stream.emit("response", { statusCode: response.status, statusMessage: response.statusText });
    for await (const chunk of response.body ?? []) stream.push(Buffer.from(chunk));
  } catch (error) {
    stream.emit("response", failure(error));
  }
  stream.push(null);
};

const request = (options) => {
  const stream = new Readable({ read() {} });
  void deliver(stream, typeof options === "string" ? { url: options } : options);
  return stream;
};

module.exports = Object.assign(request, { get: request });
