"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS), read in a process of their own: no file can end the program."""
