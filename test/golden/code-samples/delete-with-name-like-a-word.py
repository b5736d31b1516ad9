import requests

response = requests.delete(
    "https://api.example/v1/a%20b%2Fc",
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
