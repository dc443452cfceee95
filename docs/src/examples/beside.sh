cd /opt/chask
runuser -u chask -- ./chask doctor --data /var/lib/chask
