import requests

response = requests.put(
    "https://api.example/v1/search",
    headers={
        "Content-Type": "application/octet-stream",
    },
    data=open("file.bin", "rb"),
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
