<?php
$curl = curl_init('https://api.example/v1/search');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Content-Type: application/x-www-form-urlencoded',
    ],
    CURLOPT_POSTFIELDS => http_build_query([
        'f[0]' => 'l\'école "x" $HOME `id` c++ & 50% \\ ; | #',
        'f[1]' => "première ligne\nsecond line\ttab",
        'f[2]' => "carriage\rreturn \x01 \x7f",
        'f[3]' => '検索 🎉 ñ',
        'f[4]' => '${key} {$key} $(id) %s <?php ?> </script>',
        'f[5]' => '@file',
        'f[6]' => '',
        'f[7]' => ' edges ',
        'f[8]' => '\\',
        'f[9]' => '\'',
        'f[10]' => '=a&b=c',
    ]),
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
