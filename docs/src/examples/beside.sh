cd /opt/chask
sudo -u chask ./chask doctor --data /var/lib/chask
