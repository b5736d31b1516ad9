import requests

response = requests.get(
    "https://api.example/v1/search",
    params={
        "text0": "l'école \"x\" $HOME `id` c++ & 50% \\ ; | #",
        "text1": "première ligne\nsecond line\ttab",
        "text2": "carriage\rreturn \u0001 ",
        "text3": "検索 🎉 ñ",
        "text4": "${key} {$key} $(id) %s <?php ?> </script>",
        "text5": "@file",
        "text6": "",
        "text7": " edges ",
        "text8": "\\",
        "text9": "'",
        "text10": "=a&b=c",
    },
    headers={
        "x-api-key": "SAY-FRIEND-AND-ENTER",
    },
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
