./chask run
