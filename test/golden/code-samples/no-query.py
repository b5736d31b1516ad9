import requests

response = requests.get(
    "https://api.example/v1/search",
    timeout=30,
)
response.raise_for_status()
print(response.json())
