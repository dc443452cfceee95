./chask audit verify --data /var/lib/chask
