import requests

response = requests.post(
    "https://api.example/v1/long-way/long-way/long-way/long-way/long-way/long-way/search",
    params={
        "lang": "en",
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
