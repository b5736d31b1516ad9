async function search() {
  const query = new URLSearchParams([
    ["max", 2],
    ["dry", true],
    ["tag", -0.001],
    ["tag", "2"],
  ]);
  const url = "https://api.example/v1/search?" + query;
  const response = await fetch(url, {
    method: "POST",
    body: new URLSearchParams({
      big: 9007199254740991,
      half: 0.001,
      on: false,
    }),
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.json();
}

search().then(console.log);
