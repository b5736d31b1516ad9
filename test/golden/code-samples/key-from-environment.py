import os

import requests

response = requests.get(
    "https://api.example/v1/search",
    params={
        "q": "a",
        "key": os.environ["API_KEY"],
    },
    headers={
        "Cookie": "theme=%C3%A9%3B%24x; session=" + os.environ["API_SESSION"],
        "x-api-key": os.environ["API_KEY"],
        "Authorization": "Bearer " + os.environ["API_TOKEN"],
    },
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
