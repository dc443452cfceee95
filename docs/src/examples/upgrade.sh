cd /opt/chask
runuser -u chask -- git pull
runuser -u chask -- ./chask build
systemctl restart chask
