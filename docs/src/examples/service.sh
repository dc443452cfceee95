useradd --system --home-dir /var/lib/chask --shell /usr/sbin/nologin chask
chown -R chask: /opt/chask
systemctl enable --now chask
