import requests

response = requests.post(
    "https://api.example/v1/search",
    params=[
        ("max", 2),
        ("dry", "true"),
        ("tag", -0.001),
        ("tag", "2"),
    ],
    data={
        "big": 9007199254740991,
        "half": 0.001,
        "on": "false",
    },
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
