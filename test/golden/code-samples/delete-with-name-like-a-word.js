async function callDelete() {
  const response = await fetch("https://api.example/v1/a%20b%2Fc", {
    method: "DELETE",
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.json();
}

callDelete().then(console.log);
