import requests

response = requests.post(
    "https://api.example/v1/search",
    data={
        "f[0]": "l'école \"x\" $HOME `id` c++ & 50% \\ ; | #",
        "f[1]": "première ligne\nsecond line\ttab",
        "f[2]": "carriage\rreturn \u0001 ",
        "f[3]": "検索 🎉 ñ",
        "f[4]": "${key} {$key} $(id) %s <?php ?> </script>",
        "f[5]": "@file",
        "f[6]": "",
        "f[7]": " edges ",
        "f[8]": "\\",
        "f[9]": "'",
        "f[10]": "=a&b=c",
    },
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
