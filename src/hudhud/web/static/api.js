// The API of this server, and nothing else.
const PREFIX = "/api/v1/";
let session = null;

export class Problem extends Error {}

async function read(response) {
  if (response.ok) return response.json();
  const told = await response.json().catch(() => ({}));
  throw new Problem(told.detail || `The server answers ${response.status}.`);
}

export async function get(path, params = {}, signal) {
  const asked = new URLSearchParams(Object.entries(params).filter(([, value]) => value));
  const query = asked.size ? `?${asked}` : "";
  return read(await fetch(PREFIX + path + query, { signal, headers: { Accept: "application/json" } }));
}

export async function author() {
  session = session || (await get("session"));
  return session.author;
}

export async function judge(decision) {
  const send = async () => {
    await author();
    return fetch(`${PREFIX}judgements`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Hudhud": session.header },
      body: JSON.stringify(decision),
    });
  };
  let response = await send();
  if (response.status === 403) {
    session = null; // the server was started anew
    response = await send();
  }
  return read(response);
}
