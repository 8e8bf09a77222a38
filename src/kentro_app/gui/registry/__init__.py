"""The place «People»: finding somebody, their page, correcting it, who changed what."""
