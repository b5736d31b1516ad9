import requests

response = requests.post(
    "https://api.example/v1/search",
    files=[
        (
            "meta",
            (None, "{\"a\": \"it's; \\\"b\\\", $c\"}", "application/json"),
        ),
        ("tag", (None, "@one")),
        ("tag", (None, "")),
    ],
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
