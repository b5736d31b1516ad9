async function search() {
  const boundary = crypto.randomUUID();
  const parts = [
    "--" + boundary,
    "Content-Disposition: form-data; name=\"meta\"",
    "Content-Type: application/json",
    "",
    "{\"a\": \"it's; \\\"b\\\", $c\"}",
    "--" + boundary,
    "Content-Disposition: form-data; name=\"tag\"",
    "",
    "@one",
    "--" + boundary,
    "Content-Disposition: form-data; name=\"tag\"",
    "",
    "",
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
