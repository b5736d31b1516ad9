import os

import requests

response = requests.post(
    "https://api.example/v1/search",
    params=[
        ("tag", "$a"),
        ("tag", "b"),
        ("key", os.environ["API_KEY"]),
        ("app id", os.environ["API_APP_ID"]),
    ],
    headers={
        "X-Text": "plain",
        "X-Word": "$`!\" " + os.environ["API_TOKEN"],
    },
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
