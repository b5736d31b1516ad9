import requests

response = requests.patch(
    "https://api.example/v1/search",
    headers={
        "Content-Type": "application/json",
    },
    data="{}",
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
