import requests

response = requests.post(
    "https://api.example/v1/search",
    json={
        "ids": [
            9007199254740993,
            9223372036854775808,
            -9223372036854775808,
        ],
        "name": "l'id",
    },
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
