import requests

response = requests.post(
    "https://api.example/v1/search",
    files=[
        ("title", (None, "it's \"x\"; $HOME @x <y\nnext")),
        (
            "picture",
            ("picture.gif", open("picture.gif", "rb"), "image/gif"),
        ),
    ],
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
