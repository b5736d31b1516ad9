import requests

response = requests.post(
    "https://api.example/v1/search",
    headers={
        "Content-Type": "text/plain",
    },
    data="@not-a-file l'école \"x\" $HOME `id` c++ & 50% \\ ; | #\npremière ligne\nsecond line\ttab\ncarriage\rreturn \u0001 \n検索 🎉 ñ\n${key} {$key} $(id) %s <?php ?> </script>\n@file\n\n edges \n\\\n'\n=a&b=c".encode(),
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.text)
