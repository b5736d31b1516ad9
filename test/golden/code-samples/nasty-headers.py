import requests

response = requests.get(
    "https://api.example/v1/search",
    headers={
        "X-Text": "it's \"x\" $HOME `id` 50% \\",
        "X-Empty": "",
        "Cookie": "theme=%C3%A9%3B%24x",
        "Authorization": "Bearer k'e$y",
    },
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
