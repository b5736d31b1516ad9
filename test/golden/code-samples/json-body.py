import requests

response = requests.post(
    "https://api.example/v1/search",
    params={
        "dry": "true",
    },
    headers={
        "x-api-key": "SAY-FRIEND-AND-ENTER",
    },
    json={
        "text": "l'école \"x\" $HOME `id` c++ & 50% \\ ; | # première ligne\nsecond line\ttab carriage\rreturn \u0001  検索 🎉 ñ ${key} {$key} $(id) %s <?php ?> </script> @file   edges  \\ ' =a&b=c",
        "none": None,
        "yes": True,
        "no": False,
        "count": 3,
        "half": -0.5,
        "big": 1e+21,
        "list": [
            1,
            "two",
            [],
            {},
        ],
        "deep": {
            "deeper": {
                "0": "zero",
                "it's": "$x",
                "": "empty",
                "__proto__x": 1,
            },
        },
        "numbered": {
            "0": "a",
            "1": "b",
        },
        "empty": {},
    },
    timeout=30,
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.json())
