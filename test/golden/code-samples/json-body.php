<?php
$query = http_build_query([
    'dry' => 'true',
]);

$curl = curl_init('https://api.example/v1/search?' . $query);
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Content-Type: application/json',
        'x-api-key: SAY-FRIEND-AND-ENTER',
    ],
    CURLOPT_POSTFIELDS => json_encode([
        'text' => "l'école \"x\" \$HOME `id` c++ & 50% \\ ; | # première ligne\nsecond line\ttab carriage\rreturn \x01 \x7f 検索 🎉 ñ \${key} {\$key} \$(id) %s <?php ?> </script> @file   edges  \\ ' =a&b=c",
        'none' => null,
        'yes' => true,
        'no' => false,
        'count' => 3,
        'half' => -0.5,
        'big' => 1e+21,
        'list' => [
            1,
            'two',
            [],
            (object) [],
        ],
        'deep' => [
            'deeper' => [
                '0' => 'zero',
                'it\'s' => '$x',
                '' => 'empty',
                '__proto__x' => 1,
            ],
        ],
        'numbered' => (object) [
            '0' => 'a',
            '1' => 'b',
        ],
        'empty' => (object) [],
    ], JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION),
]);
$reply = curl_exec($curl);
if ($reply === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 400) {
    throw new RuntimeException("HTTP $status: $reply");
}
print_r(json_decode($reply, true));
