"""Given names as Greek and foreign authorities write them: one group a line."""

ABROAD = """
Μωχάμεντ Mohamed Mohammad Muhammad Muhamed Mehmed Μεχμέτ Μοχάμεντ Μωάμεθ Μουχαμάντ Mehmet Md
Αχμέτ Ahmed Ahmad Ahmet Αχμάντ Achmad
Μαχμούτ Mahmoud Mahmud Mahmut Machmout Μαχμούντ
Χουσεΐν Hussein Husain Hossein Hussain Huseyin Hossain
Χασάν Hassan Hasan Hassen
Αμπντουλάχ Abdullah Abdallah Abdulla Αμπντάλα Abdoulah
Αμπντούλ Abdul Abdel Abd Αμπντέλ
Ιμπραήμ Ibrahim Brahim Ebrahim Αβραάμ Ibraheem
Γιουσέφ Yusuf Youssef Yousef Joseph Ιωσήφ Yosef
Μουσταφά Mustafa Mostafa Moustapha
Χαλίντ Khaled Khalid Halid
Ομάρ Omar Umar Omer Ομέρ
Οσμάν Osman Usman Othman Uthman
Αλί Ali Aly Αλή
Σαΐντ Said Saeed Sayed Sayyid
Ζαχρά Zahra Zohra Zara
Φατίμα Fatima Fatma Fatemeh Fatoumata Φάτμα
Αϊσέ Aisha Ayse Aicha Aysha Αϊσά
Χαντίτζα Khadija Hatice Khadijah Χατιτζέ
Μαριάμ Maryam Mariam Miriam Meryem Μαρία Μίριαμ
Ζεϊνέπ Zeynep Zainab Zaynab Zeinab
Ολεξάντρ Oleksandr Aleksandr Alexander Αλέξανδρος Sasha Σάσα
Ολένα Olena Elena Yelena Ελένη Lena Alena
Νταρίνα Daryna Darina Darya Daria Ντάρια
Ναταλία Nataliia Natalia Natalya Natasha Natallia
Οξάνα Oksana Oxana Xenia Ксения Ksenia
Γιουλία Yuliia Yulia Julia Iuliia Ιουλία
Τετιάνα Tetiana Tatiana Tatyana Τατιάνα Tanya Τάνια
Ιρίνα Iryna Irina Irena Ειρήνη Ira
Κατερίνα Kateryna Ekaterina Katerina Katya Αικατερίνη
Μικόλα Mykola Nikolai Nikolay Νικόλαος Kolya
Σερχίι Serhii Sergey Sergei Serhiy Σέργιος Σεργκέι
Βολοντίμιρ Volodymyr Vladimir Vova Βλαδίμηρος Βλαντιμίρ
Αντρίι Andrii Andrey Andrei Andriy Ανδρέας
Ντμίτρο Dmytro Dmitri Dmitry Δημήτριος Dima
Μιχαΐλο Mykhailo Mikhail Mihail Μιχαήλ Misha
Πέτρο Petro Pyotr Piotr Πέτρος
Ιβάν Ivan Ioan Ιωάννης Vanya
Αρτούρ Artur Arthur Arturo Αρθούρος
Αγκίμ Agim Agimi
Άρμπεν Arben Arbi Ben
Εντουάρντ Eduard Edvard Edi Εδουάρδος Έντι
Γκέργκι Gjergji Gjergj Gergi Γεώργιος Γιώργος
Γιάνι Jani Yani Ιωάννης Γιάννης
Σπίρο Spiro Spiros Σπυρίδων Σπύρος
Κρίστο Kristo Kristaq Χρήστος Κριστάκ
Βασίλ Vasil Vasili Βασίλειος Βασίλης Vasillaq
Ντρίτα Drita Dritta Ντρίττα
Φατμίρ Fatmir Miri
Μπεσνίκ Besnik Nik
Λουλιέτα Luljeta Lule
Ελόνα Elona Ελωνα
Ανίλα Anila Anilla
"""
