import requests

response = requests.get(
    "https://api.example/v1/search",
    params=[
        ("tag", "l'un"),
        ("tag", "$deux"),
        ("2", "two"),
        ("1", "one"),
    ],
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
