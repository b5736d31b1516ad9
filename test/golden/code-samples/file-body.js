async function search() {
  // What file.bin holds; in a browser, the file that a reader chose.
  const response = await fetch("https://api.example/v1/search", {
    method: "PUT",
    headers: {
      "Content-Type": "application/octet-stream",
    },
    body: new Blob(["binary é content"]),
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.json();
}

search().then(console.log);
