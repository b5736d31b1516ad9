async function search() {
  const boundary = crypto.randomUUID();
  const parts = [
    "--" + boundary,
    "Content-Disposition: form-data; name=\"title\"",
    "",
    "it's \"x\"; $HOME @x <y\nnext",
    "--" + boundary,
    "Content-Disposition: form-data; name=\"picture\"; filename=\"picture.gif\"",
    "Content-Type: image/gif",
    "",
    "GIF89a",
    "--" + boundary + "--",
    "",
  ];
  const response = await fetch("https://api.example/v1/search", {
    method: "POST",
    headers: {
      "Content-Type": "multipart/form-data; boundary=" + boundary,
    },
    body: parts.join("\r\n"),
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.json();
}

search().then(console.log);
