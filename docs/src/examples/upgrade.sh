cd /opt/chask
sudo -u chask git pull
sudo -u chask ./chask build
systemctl restart chask
