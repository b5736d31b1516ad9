import requests

response = requests.get(
    "https://api.example/v1/search",
    params={
        "filter[lang]": "fr",
        "__proto__": "x",
        "it's": "1",
        "a b&c": "2",
        "$name": "3",
    },
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
