import requests

response = requests.put(
    "https://api.example/v1/search",
    headers={
        "Content-Type": "application/vnd.api+json",
    },
    json="just \"text\" $x",
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
