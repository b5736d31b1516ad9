import requests

response = requests.post(
    "https://api.example/v1/search",
    data=[
        ("tag", "@a"),
        ("tag", "b'"),
    ],
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
