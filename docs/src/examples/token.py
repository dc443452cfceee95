import base64, hashlib, hmac, json, os, time


def part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def chask_token(user: dict) -> str:
    now = int(time.time())
    claims = {
        "sub": user["id"],
        "name": user["name"],
        "email": user["email"],
        "aud": os.environ["CHASK_ORGANIZATION"],
        "iat": now,
        "exp": now + 15 * 60,
    }
    head = part(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    signed = f"{head}.{part(json.dumps(claims).encode())}"
    key = os.environ["CHASK_SECRET"].encode()
    return f"{signed}.{part(hmac.digest(key, signed.encode(), hashlib.sha256))}"
