async function search() {
  const response = await fetch("https://api.example/v1/search", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
    },
    body: "{\"ids\":[9007199254740993,9223372036854775808,-9223372036854775808],\"name\":\"l'id\"}",
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.json();
}

search().then(console.log);
