async function search() {
  const query = new URLSearchParams({
    text0: "l'école \"x\" $HOME `id` c++ & 50% \\ ; | #",
    text1: "première ligne\nsecond line\ttab",
    text2: "carriage\rreturn \u0001 ",
    text3: "検索 🎉 ñ",
    text4: "${key} {$key} $(id) %s <?php ?> </script>",
    text5: "@file",
    text6: "",
    text7: " edges ",
    text8: "\\",
    text9: "'",
    text10: "=a&b=c",
  });
  const url = "https://api.example/v1/search?" + query;
  const response = await fetch(url, {
    headers: {
      "x-api-key": "SAY-FRIEND-AND-ENTER",
    },
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.json();
}

search().then(console.log);
