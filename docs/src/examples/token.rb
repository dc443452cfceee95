require "base64"
require "json"
require "openssl"

def chask_part(data)
  Base64.urlsafe_encode64(data, padding: false)
end

def chask_token(user)
  now = Time.now.to_i
  claims = {
    sub: user[:id],
    name: user[:name],
    email: user[:email],
    aud: ENV.fetch("CHASK_ORGANIZATION"),
    iat: now,
    exp: now + 15 * 60
  }
  signed = "#{chask_part({ alg: "HS256", typ: "JWT" }.to_json)}.#{chask_part(claims.to_json)}"
  signature = OpenSSL::HMAC.digest("SHA256", ENV.fetch("CHASK_SECRET"), signed)
  "#{signed}.#{chask_part(signature)}"
end
