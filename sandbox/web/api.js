// The control API of the sandbox, and its live events.

let onError = () => {};

export function whenItFails(handler) { onError = handler; }

async function request(method, path, body) {
  try {
    const answer = await fetch(`/control/${path}`, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const result = await answer.json();
    if (!answer.ok) throw new Error(result.error ?? answer.statusText);
    return result;
  } catch (error) {
    onError(error.message);
    return null;
  }
}

export const get = (path) => request("GET", path);
export const post = (path, body = {}) => request("POST", path, body);
export const remove = (path) => request("DELETE", path);
export const act = (person, verb, body = {}) => post(`people/${person}/${verb}`, body);
export const fileUrl = (fileId) => `/control/files/${encodeURIComponent(fileId)}`;

// Calls back for each event; `onGap` when the stream was lost and the state must be read anew.
export function listen(after, onEvent, onGap) {
  const source = new EventSource(`/control/events?after=${after}`);
  source.onmessage = (message) => onEvent(JSON.parse(message.data));
  source.onerror = () => {
    source.close();
    setTimeout(onGap, 1000);
  };
  return source;
}

export async function readAttachment(file, asPhoto) {
  const blob = asPhoto ? await toJpeg(file) : file;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return { name: file.name, mime: blob.type, content: btoa(binary) };
}

// Telegram's apps make a JPEG of any photo before they send it; so does this page.
async function toJpeg(file) {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, 1280 / Math.max(image.width, image.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
    const context = canvas.getContext("2d");
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
  } catch {
    return file;
  }
}
