useradd --system --home-dir /var/lib/chask --shell /usr/sbin/nologin chask
chown -R chask: /opt/chask
runuser -u chask -- /opt/chask/chask build
systemctl enable --now chask
