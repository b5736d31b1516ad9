async function sendFeedback() {
  const query = new URLSearchParams({
    dry: "true",
  });
  const url = "https://api.example/v1/search?" + query;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "x-api-key": "SAY-FRIEND-AND-ENTER",
    },
    body: JSON.stringify({
      text: "l'école \"x\" $HOME `id` c++ & 50% \\ ; | # première ligne\nsecond line\ttab carriage\rreturn \u0001  検索 🎉 ñ ${key} {$key} $(id) %s <?php ?> </script> @file   edges  \\ ' =a&b=c",
      none: null,
      yes: true,
      no: false,
      count: 3,
      half: -0.5,
      big: 1e+21,
      list: [
        1,
        "two",
        [],
        {},
      ],
      deep: {
        deeper: {
          "0": "zero",
          "it's": "$x",
          "": "empty",
          __proto__x: 1,
        },
      },
      numbered: {
        "0": "a",
        "1": "b",
      },
      empty: {},
    }),
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.json();
}

sendFeedback().then(console.log);
